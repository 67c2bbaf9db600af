// Generated from the database by "npm run types"; never edited.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      audit_entries: {
        Row: {
          action: string;
          actor_id: string | null;
          created_at: string;
          data: NonNullable<Json>;
          id: number;
          universe_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          action: string;
          actor_id?: string | null;
          created_at?: string;
          data?: NonNullable<Json>;
          id?: never;
          universe_id?: string | null;
        };
        Update: {
          action?: string;
          actor_id?: string | null;
          created_at?: string;
          data?: NonNullable<Json>;
          id?: never;
          universe_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "audit_entries_actor_id_fkey";
            columns: ["actor_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      credit_entries: {
        Row: {
          created_at: string;
          credits: number;
          id: number;
          is_counted: boolean;
          job_id: string | null;
          kind: string;
          round: number;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          credits: number;
          id?: never;
          is_counted?: boolean;
          job_id?: string | null;
          kind: string;
          round: number;
          user_id: string;
        };
        Update: {
          created_at?: string;
          credits?: number;
          id?: never;
          is_counted?: boolean;
          job_id?: string | null;
          kind?: string;
          round?: number;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "credit_entries_job_id_fkey";
            columns: ["job_id"];
            isOneToOne: false;
            referencedRelation: "jobs";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "credit_entries_user_id_fkey";
            columns: ["user_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      draft_asset_translations: {
        Row: {
          alt_text: string | null;
          asset_id: string;
          edited_at: NonNullable<Json>;
          fun_fact: string | null;
          language: Database["public"]["Enums"]["language"];
          name: string;
          needs_review: boolean;
          speak_as: string | null;
          speech_version_id: string | null;
          story: string | null;
          text_name: string | null;
        };
        ComputedFields: never;
        Insert: {
          alt_text?: string | null;
          asset_id: string;
          edited_at?: NonNullable<Json>;
          fun_fact?: string | null;
          language: Database["public"]["Enums"]["language"];
          name: string;
          needs_review?: boolean;
          speak_as?: string | null;
          speech_version_id?: string | null;
          story?: string | null;
          text_name?: string | null;
        };
        Update: {
          alt_text?: string | null;
          asset_id?: string;
          edited_at?: NonNullable<Json>;
          fun_fact?: string | null;
          language?: Database["public"]["Enums"]["language"];
          name?: string;
          needs_review?: boolean;
          speak_as?: string | null;
          speech_version_id?: string | null;
          story?: string | null;
          text_name?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "draft_asset_translations_asset_id_fkey";
            columns: ["asset_id"];
            isOneToOne: false;
            referencedRelation: "draft_assets";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "draft_asset_translations_speech_version_id_fkey";
            columns: ["speech_version_id"];
            isOneToOne: false;
            referencedRelation: "draft_asset_versions";
            referencedColumns: ["id"];
          },
        ];
      };
      draft_asset_versions: {
        Row: {
          asset_id: string;
          created_at: string;
          duration_ms: number | null;
          height: number | null;
          id: string;
          job_id: string | null;
          language: Database["public"]["Enums"]["language"] | null;
          mime_type: string;
          origin: string;
          piece: string;
          placeholder_color: string | null;
          prompt: string;
          seed: number | null;
          sha256: string;
          size_bytes: number;
          source_sha256: string | null;
          storage_path: string;
          style: string | null;
          width: number | null;
        };
        ComputedFields: never;
        Insert: {
          asset_id: string;
          created_at?: string;
          duration_ms?: number | null;
          height?: number | null;
          id?: string;
          job_id?: string | null;
          language?: Database["public"]["Enums"]["language"] | null;
          mime_type: string;
          origin?: string;
          piece: string;
          placeholder_color?: string | null;
          prompt: string;
          seed?: number | null;
          sha256: string;
          size_bytes: number;
          source_sha256?: string | null;
          storage_path: string;
          style?: string | null;
          width?: number | null;
        };
        Update: {
          asset_id?: string;
          created_at?: string;
          duration_ms?: number | null;
          height?: number | null;
          id?: string;
          job_id?: string | null;
          language?: Database["public"]["Enums"]["language"] | null;
          mime_type?: string;
          origin?: string;
          piece?: string;
          placeholder_color?: string | null;
          prompt?: string;
          seed?: number | null;
          sha256?: string;
          size_bytes?: number;
          source_sha256?: string | null;
          storage_path?: string;
          style?: string | null;
          width?: number | null;
        };
        Relationships: [
          {
            foreignKeyName: "draft_asset_versions_asset_id_fkey";
            columns: ["asset_id"];
            isOneToOne: false;
            referencedRelation: "draft_assets";
            referencedColumns: ["id"];
          },
        ];
      };
      draft_assets: {
        Row: {
          approved_at: string | null;
          concept: string;
          created_at: string;
          draft_id: string;
          error_code: string | null;
          error_message: string | null;
          id: string;
          image_prompt: string | null;
          image_version_id: string | null;
          model3d_version_id: string | null;
          progress: number;
          sort_order: number;
          status: Database["public"]["Enums"]["asset_status"];
          updated_at: string;
          video_prompt: string | null;
          video_version_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          approved_at?: string | null;
          concept: string;
          created_at?: string;
          draft_id: string;
          error_code?: string | null;
          error_message?: string | null;
          id?: string;
          image_prompt?: string | null;
          image_version_id?: string | null;
          model3d_version_id?: string | null;
          progress?: number;
          sort_order: number;
          status?: Database["public"]["Enums"]["asset_status"];
          updated_at?: string;
          video_prompt?: string | null;
          video_version_id?: string | null;
        };
        Update: {
          approved_at?: string | null;
          concept?: string;
          created_at?: string;
          draft_id?: string;
          error_code?: string | null;
          error_message?: string | null;
          id?: string;
          image_prompt?: string | null;
          image_version_id?: string | null;
          model3d_version_id?: string | null;
          progress?: number;
          sort_order?: number;
          status?: Database["public"]["Enums"]["asset_status"];
          updated_at?: string;
          video_prompt?: string | null;
          video_version_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "draft_assets_draft_id_fkey";
            columns: ["draft_id"];
            isOneToOne: false;
            referencedRelation: "drafts";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "draft_assets_image_version_id_fkey";
            columns: ["image_version_id"];
            isOneToOne: false;
            referencedRelation: "draft_asset_versions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "draft_assets_model3d_version_id_fkey";
            columns: ["model3d_version_id"];
            isOneToOne: false;
            referencedRelation: "draft_asset_versions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "draft_assets_video_version_id_fkey";
            columns: ["video_version_id"];
            isOneToOne: false;
            referencedRelation: "draft_asset_versions";
            referencedColumns: ["id"];
          },
        ];
      };
      draft_invitations: {
        Row: {
          created_at: string;
          draft_id: string;
          email: string | null;
          expires_at: string;
          id: string;
          role: Database["public"]["Enums"]["draft_role"];
          token_hash: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          draft_id: string;
          email?: string | null;
          expires_at: string;
          id?: string;
          role: Database["public"]["Enums"]["draft_role"];
          token_hash: string;
        };
        Update: {
          created_at?: string;
          draft_id?: string;
          email?: string | null;
          expires_at?: string;
          id?: string;
          role?: Database["public"]["Enums"]["draft_role"];
          token_hash?: string;
        };
        Relationships: [
          {
            foreignKeyName: "draft_invitations_draft_id_fkey";
            columns: ["draft_id"];
            isOneToOne: false;
            referencedRelation: "drafts";
            referencedColumns: ["id"];
          },
        ];
      };
      draft_members: {
        Row: {
          created_at: string;
          draft_id: string;
          invitation_id: string | null;
          role: Database["public"]["Enums"]["draft_role"];
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          draft_id: string;
          invitation_id?: string | null;
          role: Database["public"]["Enums"]["draft_role"];
          user_id: string;
        };
        Update: {
          created_at?: string;
          draft_id?: string;
          invitation_id?: string | null;
          role?: Database["public"]["Enums"]["draft_role"];
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "draft_members_draft_id_fkey";
            columns: ["draft_id"];
            isOneToOne: false;
            referencedRelation: "drafts";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "draft_members_invitation_id_fkey";
            columns: ["invitation_id"];
            isOneToOne: false;
            referencedRelation: "draft_invitations";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "draft_members_user_id_fkey";
            columns: ["user_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      draft_translations: {
        Row: {
          draft_id: string;
          language: Database["public"]["Enums"]["language"];
          name: string;
        };
        ComputedFields: never;
        Insert: {
          draft_id: string;
          language: Database["public"]["Enums"]["language"];
          name: string;
        };
        Update: {
          draft_id?: string;
          language?: Database["public"]["Enums"]["language"];
          name?: string;
        };
        Relationships: [
          {
            foreignKeyName: "draft_translations_draft_id_fkey";
            columns: ["draft_id"];
            isOneToOne: false;
            referencedRelation: "drafts";
            referencedColumns: ["id"];
          },
        ];
      };
      draft_versions: {
        Row: {
          created_at: string;
          draft_id: string;
          duration_ms: number | null;
          genre: string | null;
          height: number | null;
          id: string;
          job_id: string | null;
          mime_type: string;
          mood: string | null;
          origin: string;
          piece: string;
          prompt: string;
          seed: number;
          sha256: string;
          size_bytes: number;
          storage_path: string;
          style: string | null;
          width: number | null;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          draft_id: string;
          duration_ms?: number | null;
          genre?: string | null;
          height?: number | null;
          id?: string;
          job_id?: string | null;
          mime_type: string;
          mood?: string | null;
          origin?: string;
          piece: string;
          prompt: string;
          seed: number;
          sha256: string;
          size_bytes: number;
          storage_path: string;
          style?: string | null;
          width?: number | null;
        };
        Update: {
          created_at?: string;
          draft_id?: string;
          duration_ms?: number | null;
          genre?: string | null;
          height?: number | null;
          id?: string;
          job_id?: string | null;
          mime_type?: string;
          mood?: string | null;
          origin?: string;
          piece?: string;
          prompt?: string;
          seed?: number;
          sha256?: string;
          size_bytes?: number;
          storage_path?: string;
          style?: string | null;
          width?: number | null;
        };
        Relationships: [
          {
            foreignKeyName: "draft_versions_draft_id_fkey";
            columns: ["draft_id"];
            isOneToOne: false;
            referencedRelation: "drafts";
            referencedColumns: ["id"];
          },
        ];
      };
      drafts: {
        Row: {
          active_job_id: string | null;
          background_color: string;
          card_count: number;
          cover_version_id: string | null;
          created_at: string;
          id: string;
          image_prompt: string | null;
          languages: Database["public"]["Enums"]["language"][];
          logo_version_id: string | null;
          music_genre: string | null;
          music_mood: string | null;
          music_prompt: string | null;
          music_version_id: string | null;
          name: string;
          owner_id: string;
          pieces: string[];
          poster_version_id: string | null;
          progress: number;
          published_revision: number | null;
          revision: number;
          status: Database["public"]["Enums"]["draft_status"];
          style: string | null;
          template_key: string;
          theme: string;
          universe_id: string;
          updated_at: string;
          video_prompt: string | null;
        };
        ComputedFields: never;
        Insert: {
          active_job_id?: string | null;
          background_color?: string;
          card_count?: number;
          cover_version_id?: string | null;
          created_at?: string;
          id?: string;
          image_prompt?: string | null;
          languages: Database["public"]["Enums"]["language"][];
          logo_version_id?: string | null;
          music_genre?: string | null;
          music_mood?: string | null;
          music_prompt?: string | null;
          music_version_id?: string | null;
          name: string;
          owner_id: string;
          pieces?: string[];
          poster_version_id?: string | null;
          progress?: number;
          published_revision?: number | null;
          revision?: number;
          status?: Database["public"]["Enums"]["draft_status"];
          style?: string | null;
          template_key?: string;
          theme: string;
          universe_id: string;
          updated_at?: string;
          video_prompt?: string | null;
        };
        Update: {
          active_job_id?: string | null;
          background_color?: string;
          card_count?: number;
          cover_version_id?: string | null;
          created_at?: string;
          id?: string;
          image_prompt?: string | null;
          languages?: Database["public"]["Enums"]["language"][];
          logo_version_id?: string | null;
          music_genre?: string | null;
          music_mood?: string | null;
          music_prompt?: string | null;
          music_version_id?: string | null;
          name?: string;
          owner_id?: string;
          pieces?: string[];
          poster_version_id?: string | null;
          progress?: number;
          published_revision?: number | null;
          revision?: number;
          status?: Database["public"]["Enums"]["draft_status"];
          style?: string | null;
          template_key?: string;
          theme?: string;
          universe_id?: string;
          updated_at?: string;
          video_prompt?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "drafts_active_job_id_fkey";
            columns: ["active_job_id"];
            isOneToOne: false;
            referencedRelation: "jobs";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "drafts_cover_version_id_fkey";
            columns: ["cover_version_id"];
            isOneToOne: false;
            referencedRelation: "draft_versions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "drafts_logo_version_id_fkey";
            columns: ["logo_version_id"];
            isOneToOne: false;
            referencedRelation: "draft_versions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "drafts_music_version_id_fkey";
            columns: ["music_version_id"];
            isOneToOne: false;
            referencedRelation: "draft_versions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "drafts_owner_id_fkey";
            columns: ["owner_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "drafts_poster_version_id_fkey";
            columns: ["poster_version_id"];
            isOneToOne: false;
            referencedRelation: "draft_versions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "drafts_template_key_fkey";
            columns: ["template_key"];
            isOneToOne: false;
            referencedRelation: "theme_templates";
            referencedColumns: ["key"];
          },
          {
            foreignKeyName: "drafts_universe_id_fkey";
            columns: ["universe_id"];
            isOneToOne: true;
            referencedRelation: "universes";
            referencedColumns: ["id"];
          },
        ];
      };
      job_dependencies: {
        Row: {
          depends_on_id: string;
          job_id: string;
        };
        ComputedFields: never;
        Insert: {
          depends_on_id: string;
          job_id: string;
        };
        Update: {
          depends_on_id?: string;
          job_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "job_dependencies_depends_on_id_fkey";
            columns: ["depends_on_id"];
            isOneToOne: false;
            referencedRelation: "jobs";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "job_dependencies_job_id_fkey";
            columns: ["job_id"];
            isOneToOne: false;
            referencedRelation: "jobs";
            referencedColumns: ["id"];
          },
        ];
      };
      job_events: {
        Row: {
          actor: string;
          created_at: string;
          data: NonNullable<Json>;
          event: string;
          from_status: Database["public"]["Enums"]["job_status"] | null;
          job_id: string;
          sequence: number;
          to_status: Database["public"]["Enums"]["job_status"];
        };
        ComputedFields: never;
        Insert: {
          actor: string;
          created_at?: string;
          data?: NonNullable<Json>;
          event: string;
          from_status?: Database["public"]["Enums"]["job_status"] | null;
          job_id: string;
          sequence: number;
          to_status: Database["public"]["Enums"]["job_status"];
        };
        Update: {
          actor?: string;
          created_at?: string;
          data?: NonNullable<Json>;
          event?: string;
          from_status?: Database["public"]["Enums"]["job_status"] | null;
          job_id?: string;
          sequence?: number;
          to_status?: Database["public"]["Enums"]["job_status"];
        };
        Relationships: [
          {
            foreignKeyName: "job_events_job_id_fkey";
            columns: ["job_id"];
            isOneToOne: false;
            referencedRelation: "jobs";
            referencedColumns: ["id"];
          },
        ];
      };
      job_pauses: {
        Row: {
          id: string;
          paused_at: string;
          paused_by: string | null;
          reason: string;
          resumed_at: string | null;
          resumed_by: string | null;
          type: Database["public"]["Enums"]["job_type"] | null;
          user_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          id?: string;
          paused_at?: string;
          paused_by?: string | null;
          reason?: string;
          resumed_at?: string | null;
          resumed_by?: string | null;
          type?: Database["public"]["Enums"]["job_type"] | null;
          user_id?: string | null;
        };
        Update: {
          id?: string;
          paused_at?: string;
          paused_by?: string | null;
          reason?: string;
          resumed_at?: string | null;
          resumed_by?: string | null;
          type?: Database["public"]["Enums"]["job_type"] | null;
          user_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "job_pauses_paused_by_fkey";
            columns: ["paused_by"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "job_pauses_resumed_by_fkey";
            columns: ["resumed_by"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "job_pauses_user_id_fkey";
            columns: ["user_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      jobs: {
        Row: {
          actual_duration_ms: number | null;
          asset_id: string | null;
          attempt: number;
          completed_at: string | null;
          cost_micros: number;
          created_at: string;
          credits: number;
          current_step: number;
          deadline_at: string | null;
          death_count: number;
          draft_id: string | null;
          error_code: string | null;
          error_detail: Json | null;
          error_message: string | null;
          estimated_duration_ms: number | null;
          event_count: number;
          expires_at: string;
          external_id: string | null;
          id: string;
          idempotency_key: string | null;
          is_parent: boolean;
          last_event: string | null;
          last_event_by: string | null;
          last_event_from: Database["public"]["Enums"]["job_status"] | null;
          lease_expires_at: string | null;
          lease_owner: string | null;
          max_retries: number;
          message: string | null;
          model_id: string | null;
          parent_id: string | null;
          payload: NonNullable<Json>;
          payload_version: number;
          planned_steps: number;
          planned_weight: number;
          priority: number;
          progress: number;
          result: Json | null;
          retry_count: number;
          round: number;
          run_at: string;
          started_at: string | null;
          status: Database["public"]["Enums"]["job_status"];
          total_steps: number;
          type: Database["public"]["Enums"]["job_type"];
          unmet_dependencies: number;
          updated_at: string;
          user_id: string;
          weight: number;
        };
        ComputedFields: never;
        Insert: {
          actual_duration_ms?: number | null;
          asset_id?: string | null;
          attempt?: number;
          completed_at?: string | null;
          cost_micros?: number;
          created_at?: string;
          credits?: number;
          current_step?: number;
          deadline_at?: string | null;
          death_count?: number;
          draft_id?: string | null;
          error_code?: string | null;
          error_detail?: Json | null;
          error_message?: string | null;
          estimated_duration_ms?: number | null;
          event_count?: number;
          expires_at?: string;
          external_id?: string | null;
          id?: string;
          idempotency_key?: string | null;
          is_parent?: never;
          last_event?: string | null;
          last_event_by?: string | null;
          last_event_from?: Database["public"]["Enums"]["job_status"] | null;
          lease_expires_at?: string | null;
          lease_owner?: string | null;
          max_retries?: number;
          message?: string | null;
          model_id?: string | null;
          parent_id?: string | null;
          payload?: NonNullable<Json>;
          payload_version?: number;
          planned_steps?: number;
          planned_weight?: number;
          priority?: number;
          progress?: number;
          result?: Json | null;
          retry_count?: number;
          round?: number;
          run_at?: string;
          started_at?: string | null;
          status?: Database["public"]["Enums"]["job_status"];
          total_steps?: number;
          type: Database["public"]["Enums"]["job_type"];
          unmet_dependencies?: number;
          updated_at?: string;
          user_id: string;
          weight?: number;
        };
        Update: {
          actual_duration_ms?: number | null;
          asset_id?: string | null;
          attempt?: number;
          completed_at?: string | null;
          cost_micros?: number;
          created_at?: string;
          credits?: number;
          current_step?: number;
          deadline_at?: string | null;
          death_count?: number;
          draft_id?: string | null;
          error_code?: string | null;
          error_detail?: Json | null;
          error_message?: string | null;
          estimated_duration_ms?: number | null;
          event_count?: number;
          expires_at?: string;
          external_id?: string | null;
          id?: string;
          idempotency_key?: string | null;
          is_parent?: never;
          last_event?: string | null;
          last_event_by?: string | null;
          last_event_from?: Database["public"]["Enums"]["job_status"] | null;
          lease_expires_at?: string | null;
          lease_owner?: string | null;
          max_retries?: number;
          message?: string | null;
          model_id?: string | null;
          parent_id?: string | null;
          payload?: NonNullable<Json>;
          payload_version?: number;
          planned_steps?: number;
          planned_weight?: number;
          priority?: number;
          progress?: number;
          result?: Json | null;
          retry_count?: number;
          round?: number;
          run_at?: string;
          started_at?: string | null;
          status?: Database["public"]["Enums"]["job_status"];
          total_steps?: number;
          type?: Database["public"]["Enums"]["job_type"];
          unmet_dependencies?: number;
          updated_at?: string;
          user_id?: string;
          weight?: number;
        };
        Relationships: [
          {
            foreignKeyName: "jobs_asset_id_fkey";
            columns: ["asset_id"];
            isOneToOne: false;
            referencedRelation: "draft_assets";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "jobs_draft_id_fkey";
            columns: ["draft_id"];
            isOneToOne: false;
            referencedRelation: "drafts";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "jobs_model_id_fkey";
            columns: ["model_id"];
            isOneToOne: false;
            referencedRelation: "models";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "jobs_parent_id_fkey";
            columns: ["parent_id"];
            isOneToOne: false;
            referencedRelation: "jobs";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "jobs_user_id_fkey";
            columns: ["user_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      kpi_daily: {
        Row: {
          cancelled: number;
          completed: number;
          cost_micros: number;
          credits: number;
          day: string;
          estimate_error_ms: number | null;
          failed: number;
          jobs: number;
          mean_ms: number | null;
          p50_ms: number | null;
          p95_ms: number | null;
          predictions: number;
          retries: number;
          type: Database["public"]["Enums"]["job_type"];
          worker_deaths: number;
        };
        ComputedFields: never;
        Insert: {
          cancelled: number;
          completed: number;
          cost_micros: number;
          credits: number;
          day: string;
          estimate_error_ms?: number | null;
          failed: number;
          jobs: number;
          mean_ms?: number | null;
          p50_ms?: number | null;
          p95_ms?: number | null;
          predictions: number;
          retries: number;
          type: Database["public"]["Enums"]["job_type"];
          worker_deaths: number;
        };
        Update: {
          cancelled?: number;
          completed?: number;
          cost_micros?: number;
          credits?: number;
          day?: string;
          estimate_error_ms?: number | null;
          failed?: number;
          jobs?: number;
          mean_ms?: number | null;
          p50_ms?: number | null;
          p95_ms?: number | null;
          predictions?: number;
          retries?: number;
          type?: Database["public"]["Enums"]["job_type"];
          worker_deaths?: number;
        };
        Relationships: [];
      };
      models: {
        Row: {
          created_at: string;
          credits: number;
          expected_seconds: number;
          id: string;
          input_mapping: NonNullable<Json>;
          is_active: boolean;
          job_type: Database["public"]["Enums"]["job_type"];
          max_concurrency: number;
          name: string;
          notes: string;
          output_meanings: NonNullable<Json>;
          price_micros: number;
          timeout_seconds: number;
          unavailable_since: string | null;
          updated_at: string;
          version: string | null;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          credits?: number;
          expected_seconds?: number;
          id?: string;
          input_mapping: NonNullable<Json>;
          is_active?: boolean;
          job_type: Database["public"]["Enums"]["job_type"];
          max_concurrency?: number;
          name: string;
          notes?: string;
          output_meanings?: NonNullable<Json>;
          price_micros?: number;
          timeout_seconds?: number;
          unavailable_since?: string | null;
          updated_at?: string;
          version?: string | null;
        };
        Update: {
          created_at?: string;
          credits?: number;
          expected_seconds?: number;
          id?: string;
          input_mapping?: NonNullable<Json>;
          is_active?: boolean;
          job_type?: Database["public"]["Enums"]["job_type"];
          max_concurrency?: number;
          name?: string;
          notes?: string;
          output_meanings?: NonNullable<Json>;
          price_micros?: number;
          timeout_seconds?: number;
          unavailable_since?: string | null;
          updated_at?: string;
          version?: string | null;
        };
        Relationships: [];
      };
      plans: {
        Row: {
          generation_interval_seconds: number;
          is_default: boolean;
          key: string;
          monthly_credits: number;
          requests_per_day: number;
          requests_per_hour: number;
        };
        ComputedFields: never;
        Insert: {
          generation_interval_seconds: number;
          is_default?: boolean;
          key: string;
          monthly_credits: number;
          requests_per_day: number;
          requests_per_hour: number;
        };
        Update: {
          generation_interval_seconds?: number;
          is_default?: boolean;
          key?: string;
          monthly_credits?: number;
          requests_per_day?: number;
          requests_per_hour?: number;
        };
        Relationships: [];
      };
      predictions: {
        Row: {
          attempt: number;
          checked_at: string | null;
          completed_at: string | null;
          cost_micros: number;
          created_at: string;
          external_id: string | null;
          id: string;
          input: NonNullable<Json>;
          input_hash: string;
          job_id: string;
          model_id: string | null;
          status: string;
          submitted_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          attempt: number;
          checked_at?: string | null;
          completed_at?: string | null;
          cost_micros?: number;
          created_at?: string;
          external_id?: string | null;
          id?: string;
          input: NonNullable<Json>;
          input_hash: string;
          job_id: string;
          model_id?: string | null;
          status?: string;
          submitted_at?: string | null;
        };
        Update: {
          attempt?: number;
          checked_at?: string | null;
          completed_at?: string | null;
          cost_micros?: number;
          created_at?: string;
          external_id?: string | null;
          id?: string;
          input?: NonNullable<Json>;
          input_hash?: string;
          job_id?: string;
          model_id?: string | null;
          status?: string;
          submitted_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "predictions_job_id_fkey";
            columns: ["job_id"];
            isOneToOne: false;
            referencedRelation: "jobs";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "predictions_model_id_fkey";
            columns: ["model_id"];
            isOneToOne: false;
            referencedRelation: "models";
            referencedColumns: ["id"];
          },
        ];
      };
      profiles: {
        Row: {
          created_at: string;
          display_name: string;
          email: string;
          id: string;
          language: Database["public"]["Enums"]["language"];
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          display_name: string;
          email: string;
          id: string;
          language?: Database["public"]["Enums"]["language"];
          updated_at?: string;
        };
        Update: {
          created_at?: string;
          display_name?: string;
          email?: string;
          id?: string;
          language?: Database["public"]["Enums"]["language"];
          updated_at?: string;
        };
        Relationships: [];
      };
      release_assets: {
        Row: {
          asset_id: string;
          concept: string;
          id: string;
          image_path: string;
          image_prompt: string;
          image_sha256: string;
          model3d_path: string | null;
          names: NonNullable<Json>;
          placeholder_color: string | null;
          release_id: string;
          sort_order: number;
          speech: NonNullable<Json>;
          texts: NonNullable<Json>;
          video_path: string | null;
          video_prompt: string | null;
        };
        ComputedFields: never;
        Insert: {
          asset_id: string;
          concept: string;
          id?: string;
          image_path: string;
          image_prompt: string;
          image_sha256: string;
          model3d_path?: string | null;
          names: NonNullable<Json>;
          placeholder_color?: string | null;
          release_id: string;
          sort_order: number;
          speech?: NonNullable<Json>;
          texts?: NonNullable<Json>;
          video_path?: string | null;
          video_prompt?: string | null;
        };
        Update: {
          asset_id?: string;
          concept?: string;
          id?: string;
          image_path?: string;
          image_prompt?: string;
          image_sha256?: string;
          model3d_path?: string | null;
          names?: NonNullable<Json>;
          placeholder_color?: string | null;
          release_id?: string;
          sort_order?: number;
          speech?: NonNullable<Json>;
          texts?: NonNullable<Json>;
          video_path?: string | null;
          video_prompt?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "release_assets_release_id_fkey";
            columns: ["release_id"];
            isOneToOne: false;
            referencedRelation: "releases";
            referencedColumns: ["id"];
          },
        ];
      };
      releases: {
        Row: {
          background_color: string;
          card_count: number;
          cover_path: string | null;
          draft_revision: number;
          gaps: NonNullable<Json>;
          id: string;
          job_id: string;
          languages: Database["public"]["Enums"]["language"][];
          logo_path: string | null;
          music_path: string | null;
          name: string;
          names: NonNullable<Json>;
          notes: string | null;
          number: number;
          override_reason: string | null;
          poster_path: string | null;
          published_at: string;
          theme: string;
          thumbnail_path: string | null;
          universe_id: string;
        };
        ComputedFields: never;
        Insert: {
          background_color: string;
          card_count: number;
          cover_path?: string | null;
          draft_revision: number;
          gaps?: NonNullable<Json>;
          id?: string;
          job_id: string;
          languages: Database["public"]["Enums"]["language"][];
          logo_path?: string | null;
          music_path?: string | null;
          name: string;
          names: NonNullable<Json>;
          notes?: string | null;
          number: number;
          override_reason?: string | null;
          poster_path?: string | null;
          published_at?: string;
          theme: string;
          thumbnail_path?: string | null;
          universe_id: string;
        };
        Update: {
          background_color?: string;
          card_count?: number;
          cover_path?: string | null;
          draft_revision?: number;
          gaps?: NonNullable<Json>;
          id?: string;
          job_id?: string;
          languages?: Database["public"]["Enums"]["language"][];
          logo_path?: string | null;
          music_path?: string | null;
          name?: string;
          names?: NonNullable<Json>;
          notes?: string | null;
          number?: number;
          override_reason?: string | null;
          poster_path?: string | null;
          published_at?: string;
          theme?: string;
          thumbnail_path?: string | null;
          universe_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "releases_universe_id_fkey";
            columns: ["universe_id"];
            isOneToOne: false;
            referencedRelation: "universes";
            referencedColumns: ["id"];
          },
        ];
      };
      theme_templates: {
        Row: {
          background_color: string;
          concepts_prompt: string;
          image_prompt: string;
          key: string;
          music_prompt: string;
          names: NonNullable<Json>;
          sort_order: number;
          video_prompt: string;
        };
        ComputedFields: never;
        Insert: {
          background_color: string;
          concepts_prompt: string;
          image_prompt: string;
          key: string;
          music_prompt: string;
          names: NonNullable<Json>;
          sort_order: number;
          video_prompt: string;
        };
        Update: {
          background_color?: string;
          concepts_prompt?: string;
          image_prompt?: string;
          key?: string;
          music_prompt?: string;
          names?: NonNullable<Json>;
          sort_order?: number;
          video_prompt?: string;
        };
        Relationships: [];
      };
      universe_reports: {
        Row: {
          created_at: string;
          decided_at: string | null;
          decided_by: string | null;
          details: string | null;
          id: string;
          reason: string;
          release_number: number;
          reporter_id: string | null;
          shown_again_at: string | null;
          status: string;
          universe_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          decided_at?: string | null;
          decided_by?: string | null;
          details?: string | null;
          id?: string;
          reason: string;
          release_number: number;
          reporter_id?: string | null;
          shown_again_at?: string | null;
          status?: string;
          universe_id: string;
        };
        Update: {
          created_at?: string;
          decided_at?: string | null;
          decided_by?: string | null;
          details?: string | null;
          id?: string;
          reason?: string;
          release_number?: number;
          reporter_id?: string | null;
          shown_again_at?: string | null;
          status?: string;
          universe_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "universe_reports_decided_by_fkey";
            columns: ["decided_by"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "universe_reports_reporter_id_fkey";
            columns: ["reporter_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "universe_reports_universe_id_fkey";
            columns: ["universe_id"];
            isOneToOne: false;
            referencedRelation: "universes";
            referencedColumns: ["id"];
          },
        ];
      };
      universes: {
        Row: {
          created_at: string;
          hidden_at: string | null;
          id: string;
          name: string;
          owner_id: string;
          release_id: string | null;
          slug: string;
          updated_at: string;
          visibility: Database["public"]["Enums"]["visibility"];
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          hidden_at?: string | null;
          id?: string;
          name: string;
          owner_id: string;
          release_id?: string | null;
          slug: string;
          updated_at?: string;
          visibility?: Database["public"]["Enums"]["visibility"];
        };
        Update: {
          created_at?: string;
          hidden_at?: string | null;
          id?: string;
          name?: string;
          owner_id?: string;
          release_id?: string | null;
          slug?: string;
          updated_at?: string;
          visibility?: Database["public"]["Enums"]["visibility"];
        };
        Relationships: [
          {
            foreignKeyName: "universes_owner_id_fkey";
            columns: ["owner_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "universes_release_id_fkey";
            columns: ["release_id"];
            isOneToOne: false;
            referencedRelation: "releases";
            referencedColumns: ["id"];
          },
        ];
      };
      user_quotas: {
        Row: {
          credits_left: number;
          credits_month: string;
          day: string;
          day_count: number;
          generated_at: string;
          hour_count: number;
          hour_started_at: string;
          plan_key: string | null;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          credits_left?: number;
          credits_month?: string;
          day?: string;
          day_count?: number;
          generated_at?: string;
          hour_count?: number;
          hour_started_at?: string;
          plan_key?: string | null;
          user_id: string;
        };
        Update: {
          credits_left?: number;
          credits_month?: string;
          day?: string;
          day_count?: number;
          generated_at?: string;
          hour_count?: number;
          hour_started_at?: string;
          plan_key?: string | null;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "user_quotas_plan_key_fkey";
            columns: ["plan_key"];
            isOneToOne: false;
            referencedRelation: "plans";
            referencedColumns: ["key"];
          },
          {
            foreignKeyName: "user_quotas_user_id_fkey";
            columns: ["user_id"];
            isOneToOne: true;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      user_roles: {
        Row: {
          role: Database["public"]["Enums"]["app_role"];
          updated_at: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          role?: Database["public"]["Enums"]["app_role"];
          updated_at?: string;
          user_id: string;
        };
        Update: {
          role?: Database["public"]["Enums"]["app_role"];
          updated_at?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "user_roles_user_id_fkey";
            columns: ["user_id"];
            isOneToOne: true;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
    };
    Views: {
      [_ in never]: never;
    };
    Functions: {
      accept_invitation: { Args: { p_invitation_id?: string; p_token?: string }; Returns: string };
      add_asset: {
        Args: { p_concept: string; p_draft_id: string; p_names?: Json; p_sort_order?: number };
        Returns: Json;
      };
      add_own_file: {
        Args: {
          p_asset_id: string;
          p_draft_id: string;
          p_file: Json;
          p_language: Database["public"]["Enums"]["language"];
          p_piece: string;
        };
        Returns: Json;
      };
      appeal_hiding: { Args: { p_appeal: string; p_slug: string }; Returns: undefined };
      cancel_job: { Args: { p_job_id: string }; Returns: Database["public"]["Enums"]["job_status"] };
      change_jobs: {
        Args: {
          p_action: string;
          p_filter: Json;
          p_is_dry_run?: boolean;
          p_limit?: number;
          p_priority?: number;
        };
        Returns: Json;
      };
      check_own_file: {
        Args: {
          p_asset_id: string;
          p_draft_id: string;
          p_language?: Database["public"]["Enums"]["language"];
          p_piece: string;
        };
        Returns: string;
      };
      cleanup_old_jobs: { Args: { p_days?: number; p_limit?: number; p_now?: string }; Returns: number };
      complete_job: {
        Args: { p_attempt: number; p_job_id: string; p_now?: string; p_result: Json };
        Returns: undefined;
      };
      condemn_orphans: {
        Args: { p_limit: number; p_now?: string };
        Returns: {
          bucket_id: string;
          name: string;
        }[];
      };
      create_draft: {
        Args: {
          p_count?: number;
          p_languages?: Database["public"]["Enums"]["language"][];
          p_name?: string;
          p_pieces?: string[];
          p_style?: string;
          p_theme: string;
          p_visibility?: Database["public"]["Enums"]["visibility"];
        };
        Returns: string;
      };
      create_invitation: {
        Args: { p_draft_id: string; p_email?: string; p_role: Database["public"]["Enums"]["draft_role"] };
        Returns: Json;
      };
      create_preview_link: { Args: { p_draft_id: string }; Returns: Json };
      decline_invitation: { Args: { p_invitation_id: string }; Returns: undefined };
      defer_job: {
        Args: {
          p_attempt: number;
          p_code: string;
          p_job_id: string;
          p_message: string;
          p_now?: string;
          p_seconds: number;
        };
        Returns: undefined;
      };
      delete_draft: { Args: { p_draft_id: string }; Returns: undefined };
      dismiss_report: { Args: { p_report_id: string }; Returns: undefined };
      duplicate_draft: { Args: { p_draft_id: string }; Returns: string };
      edit_assets: { Args: { p_draft_id: string; p_items: Json }; Returns: Json };
      edit_draft: { Args: { p_draft_id: string; p_patch: Json }; Returns: Json };
      edit_universe: {
        Args: {
          p_new_slug?: string;
          p_slug: string;
          p_visibility?: Database["public"]["Enums"]["visibility"];
        };
        Returns: Json;
      };
      end_room: { Args: { p_code: string }; Returns: undefined };
      enqueue_jobs: { Args: { p_jobs: Json; p_now?: string }; Returns: string[] };
      enter_room: { Args: { p_key: string }; Returns: Json };
      fail_job: {
        Args: {
          p_attempt: number;
          p_code: string;
          p_detail?: Json;
          p_is_retryable?: boolean;
          p_job_id: string;
          p_message: string;
          p_now?: string;
          p_retry_after_seconds?: number;
        };
        Returns: Database["public"]["Enums"]["job_status"];
      };
      find_address: { Args: { p_slug: string }; Returns: string };
      find_prediction: { Args: { p_prediction_id: string }; Returns: Json };
      find_room: { Args: { p_address: string; p_code: string }; Returns: Json };
      forget_condemned: { Args: { p_names: string[] }; Returns: undefined };
      forget_result: { Args: { p_input_hash: string }; Returns: undefined };
      get_asset_prompt: { Args: { p_asset_id: string; p_draft_id: string; p_piece: string }; Returns: Json };
      get_batch_preflight: { Args: { p_draft_ids: string[] }; Returns: Json };
      get_draft: { Args: { p_draft_id: string }; Returns: Json };
      get_draft_preview: { Args: { p_draft_id: string }; Returns: Json };
      get_draft_progress: { Args: { p_draft_id: string }; Returns: Json };
      get_hiding: { Args: { p_slug: string }; Returns: Json };
      get_invitation: { Args: { p_token: string }; Returns: Json };
      get_invitation_letter: { Args: { p_invitation_id: string }; Returns: Json };
      get_job: { Args: { p_job_id: string }; Returns: Json };
      get_job_sources: { Args: { p_attempt: number; p_job_id: string }; Returns: Json };
      get_job_statistics: { Args: Record<PropertyKey, never>; Returns: Json };
      get_job_timeline: { Args: { p_job_id: string }; Returns: Json };
      get_missing_files: { Args: { p_attempt: number; p_job_id: string }; Returns: Json };
      get_moderations: { Args: { p_ids: string[] }; Returns: Json };
      get_next_jobs: {
        Args: {
          p_limit: number;
          p_now?: string;
          p_payload_version?: number;
          p_types: Database["public"]["Enums"]["job_type"][];
          p_worker: string;
        };
        Returns: Json;
      };
      get_next_judgements: {
        Args: { p_limit: number; p_now?: string; p_payload_version?: number; p_worker: string };
        Returns: Json;
      };
      get_open_predictions: { Args: { p_limit: number; p_now?: string }; Returns: Json };
      get_preflight: {
        Args: {
          p_asset_ids?: string[];
          p_count?: number;
          p_draft_id?: string;
          p_languages?: Database["public"]["Enums"]["language"][];
          p_pieces?: string[];
        };
        Returns: Json;
      };
      get_preview: { Args: { p_token: string }; Returns: Json };
      get_publication: { Args: { p_draft_id: string }; Returns: Json };
      get_release: { Args: { p_draft_id: string; p_release_id: string }; Returns: Json };
      get_reviewed_release: { Args: { p_number?: number; p_slug: string }; Returns: Json };
      get_room: { Args: { p_key: string }; Returns: Json };
      get_universe: { Args: { p_slug: string }; Returns: Json };
      get_usage: { Args: { p_pieces: string[] }; Returns: Json };
      has_preview: { Args: { p_token: string }; Returns: boolean };
      heartbeat_job: { Args: { p_attempt: number; p_job_id: string; p_now?: string }; Returns: string };
      hide_universe: { Args: { p_reason: string; p_slug: string }; Returns: Json };
      is_file_shown: { Args: { p_path: string }; Returns: boolean };
      lead_room: {
        Args: {
          p_card_id?: string;
          p_code: string;
          p_has_sound?: boolean;
          p_language?: Database["public"]["Enums"]["language"];
          p_mode?: string;
        };
        Returns: Json;
      };
      list_asset_versions: {
        Args: {
          p_asset_id: string;
          p_draft_id: string;
          p_language?: Database["public"]["Enums"]["language"];
          p_piece: string;
        };
        Returns: Json;
      };
      list_audit_entries: {
        Args: { p_limit?: number; p_skip?: number; p_universe_id?: string };
        Returns: Json;
      };
      list_draft_assets: { Args: { p_draft_id: string }; Returns: Json };
      list_draft_versions: { Args: { p_draft_id: string; p_piece: string }; Returns: Json };
      list_drafts: {
        Args: {
          p_language?: Database["public"]["Enums"]["language"];
          p_limit?: number;
          p_search?: string;
          p_skip?: number;
          p_sort?: string;
          p_statuses?: Database["public"]["Enums"]["draft_status"][];
          p_themes?: string[];
        };
        Returns: Json;
      };
      list_hidden_universes: { Args: { p_limit?: number; p_skip?: number }; Returns: Json };
      list_invitations: { Args: Record<PropertyKey, never>; Returns: Json };
      list_jobs: {
        Args: { p_filter?: Json; p_is_everyones?: boolean; p_limit?: number; p_skip?: number };
        Returns: Json;
      };
      list_members: { Args: { p_draft_id: string }; Returns: Json };
      list_my_reports: { Args: { p_limit?: number; p_skip?: number }; Returns: Json };
      list_orphan_objects: {
        Args: { p_limit: number; p_now?: string; p_published?: string[] };
        Returns: {
          bucket_id: string;
          name: string;
        }[];
      };
      list_public_addresses: { Args: Record<PropertyKey, never>; Returns: Json };
      list_releases: { Args: { p_draft_id: string; p_limit?: number; p_skip?: number }; Returns: Json };
      list_reports: { Args: { p_limit?: number; p_skip?: number; p_status?: string }; Returns: Json };
      list_rooms: { Args: Record<PropertyKey, never>; Returns: Json };
      list_seats: { Args: { p_code: string }; Returns: Json };
      list_sessions: { Args: Record<PropertyKey, never>; Returns: Json };
      list_shelf_themes: { Args: Record<PropertyKey, never>; Returns: Json };
      list_universes: {
        Args: {
          p_language?: Database["public"]["Enums"]["language"];
          p_limit?: number;
          p_reader?: Database["public"]["Enums"]["language"];
          p_search?: string;
          p_size?: string;
          p_skip?: number;
          p_sort?: string;
          p_theme?: string;
        };
        Returns: Json;
      };
      mark_prediction_lost: { Args: { p_prediction_id: string }; Returns: undefined };
      note_copies: { Args: { p_attempt: number; p_copied: number; p_job_id: string }; Returns: undefined };
      open_room: { Args: { p_slug: string }; Returns: Json };
      pause_jobs: {
        Args: { p_reason?: string; p_type?: Database["public"]["Enums"]["job_type"]; p_user_id?: string };
        Returns: string;
      };
      reap_expired_jobs: { Args: { p_now?: string }; Returns: number };
      record_prediction: {
        Args: { p_attempt: number; p_input: Json; p_input_hash: string; p_job_id: string; p_now?: string };
        Returns: Json;
      };
      refuse_appeal: { Args: { p_answer: string; p_slug: string }; Returns: undefined };
      regenerate_asset: {
        Args: {
          p_asset_id: string;
          p_draft_id: string;
          p_idempotency_key?: string;
          p_options?: Json;
          p_pieces?: string[];
          p_prompt?: string;
          p_seed?: number;
        };
        Returns: string;
      };
      remove_asset: { Args: { p_asset_id: string; p_draft_id: string }; Returns: undefined };
      remove_member: { Args: { p_draft_id: string; p_user_id: string }; Returns: undefined };
      remove_own_voice: {
        Args: { p_asset_id: string; p_draft_id: string; p_language: Database["public"]["Enums"]["language"] };
        Returns: Json;
      };
      reorder_assets: { Args: { p_asset_ids: string[]; p_draft_id: string }; Returns: undefined };
      report_universe: { Args: { p_details?: string; p_reason: string; p_slug: string }; Returns: string };
      request_concepts: {
        Args: { p_count?: number; p_draft_id: string; p_idempotency_key?: string };
        Returns: string;
      };
      request_generation: {
        Args: {
          p_asset_ids?: string[];
          p_draft_id: string;
          p_idempotency_key?: string;
          p_options?: Json;
          p_pieces?: string[];
        };
        Returns: string;
      };
      request_generations: { Args: { p_draft_ids: string[]; p_idempotency_key?: string }; Returns: Json };
      request_moderation: {
        Args: { p_languages: Database["public"]["Enums"]["language"][]; p_texts: string[] };
        Returns: Json;
      };
      request_publish: {
        Args: {
          p_draft_id: string;
          p_notes?: string;
          p_override_reason?: string;
          p_visibility: Database["public"]["Enums"]["visibility"];
        };
        Returns: string;
      };
      request_transcription: {
        Args: { p_language: Database["public"]["Enums"]["language"]; p_path: string };
        Returns: string;
      };
      reset_user_quotas: { Args: { p_user_id?: string }; Returns: number };
      restore_asset_version: {
        Args: { p_asset_id: string; p_draft_id: string; p_version_id: string };
        Returns: Json;
      };
      restore_draft_version: { Args: { p_draft_id: string; p_version_id: string }; Returns: undefined };
      restore_release: { Args: { p_draft_id: string; p_release_id: string }; Returns: Json };
      resume_jobs: { Args: { p_pause_id: string }; Returns: undefined };
      retry_job: { Args: { p_job_id: string }; Returns: string };
      revoke_invitation: { Args: { p_draft_id: string; p_invitation_id: string }; Returns: undefined };
      revoke_preview_links: { Args: { p_draft_id: string }; Returns: undefined };
      rollup_kpis: { Args: { p_day?: string }; Returns: number };
      save_prediction: {
        Args: { p_attempt: number; p_external_id: string; p_now?: string; p_prediction_id: string };
        Returns: boolean;
      };
      set_job_priority: { Args: { p_job_id: string; p_priority: number }; Returns: undefined };
      set_member_role: {
        Args: { p_draft_id: string; p_role: Database["public"]["Enums"]["draft_role"]; p_user_id: string };
        Returns: undefined;
      };
      settle_prediction: { Args: { p_prediction_id: string; p_status: string }; Returns: undefined };
      unhide_universe: { Args: { p_answer?: string; p_slug: string }; Returns: Json };
      update_job_progress: {
        Args: { p_attempt: number; p_job_id: string; p_message?: string; p_progress: number };
        Returns: undefined;
      };
    };
    Enums: {
      app_role: "educator" | "support" | "admin";
      asset_status: "pending" | "generating" | "ready" | "failed";
      draft_role: "viewer" | "editor";
      draft_status: "draft" | "generating" | "ready" | "partial" | "failed" | "publishing" | "published";
      job_status: "pending" | "processing" | "completed" | "failed" | "cancelled";
      job_type:
        | "generate_universe"
        | "generate_concepts"
        | "generate_text"
        | "generate_image"
        | "generate_video"
        | "generate_music"
        | "generate_speech"
        | "generate_model3d"
        | "generate_graphic"
        | "translate"
        | "transcribe"
        | "moderate"
        | "publish"
        | "import"
        | "sync_push"
        | "sync_pull"
        | "notify"
        | "export_user"
        | "delete_user";
      language: "fr" | "en" | "es" | "it" | "de";
      visibility: "private" | "unlisted" | "public";
    };
    CompositeTypes: {
      [_ in never]: never;
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  public: {
    Enums: {
      app_role: ["educator", "support", "admin"],
      asset_status: ["pending", "generating", "ready", "failed"],
      draft_role: ["viewer", "editor"],
      draft_status: ["draft", "generating", "ready", "partial", "failed", "publishing", "published"],
      job_status: ["pending", "processing", "completed", "failed", "cancelled"],
      job_type: [
        "generate_universe",
        "generate_concepts",
        "generate_text",
        "generate_image",
        "generate_video",
        "generate_music",
        "generate_speech",
        "generate_model3d",
        "generate_graphic",
        "translate",
        "transcribe",
        "moderate",
        "publish",
        "import",
        "sync_push",
        "sync_pull",
        "notify",
        "export_user",
        "delete_user",
      ],
      language: ["fr", "en", "es", "it", "de"],
      visibility: ["private", "unlisted", "public"],
    },
  },
} as const;
